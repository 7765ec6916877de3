import { ELEMENTS, type Graph, TEMPLATES } from '@baton/model';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { sentenceOf } from '../api/api-problem.ts';
import { classNames } from '../theme/class-names.ts';
import { counted } from '../ui/counted.ts';
import { freeName } from './free-name.ts';
import { processesQuery } from './processes-query.ts';
import styles from './template-cards.module.css';
import { TemplatePicture } from './template-picture.tsx';
import { useCreateProcess } from './use-create-process.ts';

const stepsOf = (graph: Graph) => graph.elements.filter((element) => ELEMENTS[element.type].category === 'task').length;

const firstSentence = (text: string) => /^[^.]*\.?/.exec(text)?.[0] ?? text;

/** Processes that already run; one click makes a copy of one's own and opens it. */
export function TemplateCards({ isCompact = false }: { isCompact?: boolean }) {
  const create = useCreateProcess();
  const { data: known } = useQuery(processesQuery);
  const use = (template: Graph) => {
    const name = freeName(template.name, known?.map((process) => process.name) ?? []);
    create.mutate({ name, graph: { ...template, name } });
  };
  return (
    <>
      <ul className={classNames(styles.cards, isCompact && styles.compact)}>
        {TEMPLATES.map((graph, index) => (
          <li key={graph.key} className={styles.card}>
            <div className={styles.picture}>
              <TemplatePicture graph={graph} width={isCompact ? 260 : 324} height={isCompact ? 120 : 148} />
            </div>
            <div className={styles.text}>
              <h2>{graph.name}</h2>
              <p className="muted">{firstSentence(graph.description ?? '')}</p>
              <p className={styles.facts}>{counted(stepsOf(graph), 'step')} · ready to run</p>
              <Button
                fullWidth
                size="lg"
                variant={index === 0 ? 'filled' : 'default'}
                aria-label={`Use the template ${graph.name}`}
                disabled={create.isPending}
                {...(isCompact && index === 0 ? { 'data-autofocus': true } : {})}
                loading={create.isPending && create.variables.graph?.key === graph.key}
                onClick={() => use(graph)}
              >
                Use this template
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {create.error && (
        <p role="alert" className={styles.error}>
          {sentenceOf(create.error)}
        </p>
      )}
    </>
  );
}
