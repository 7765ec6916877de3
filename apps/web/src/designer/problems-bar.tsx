import type { Problem } from '@baton/model';
import { Collapse } from '@mantine/core';
import { flowText, shownName } from '../canvas/element-words.ts';
import { ToolIcon } from '../canvas/tool-icon.tsx';
import { focusPart } from './focus-part.ts';
import styles from './problems-bar.module.css';
import { findingOf } from './soundness/playback.ts';
import { useDesigner, useDesignerState } from './use-designer.ts';

/** What is wrong, always in sight: the count, the first one, and the list. A click goes there. */
export function ProblemsBar({ status }: { readonly status: string }) {
  const designer = useDesigner();
  const problems = useDesignerState((state) => state.problems);
  const isOpen = useDesignerState((state) => state.areProblemsOpen);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const [first] = problems;
  return (
    <section className={styles.problems} aria-label="Problems" data-part="problems">
      <Collapse expanded={isOpen && problems.length > 0} transitionDuration={120}>
        <ul className={styles.list}>
          {problems.map((problem) => (
            <li key={`${problem.code} ${problem.elementId} ${problem.path} ${problem.message}`}>
              <ProblemLine problem={problem} />
            </li>
          ))}
        </ul>
      </Collapse>
      <div className={styles.bar}>
        <button
          type="button"
          className={styles.count}
          data-severity={errors ? 'error' : problems.length ? 'warning' : 'none'}
          aria-expanded={isOpen}
          disabled={problems.length === 0}
          onClick={() => designer.show({ areProblemsOpen: !isOpen })}
        >
          <ToolIcon name={problems.length ? 'incident' : 'check'} size={16} />
          {problems.length === 0 ? 'No problems' : `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`}
        </button>
        {first && !isOpen && (
          <>
            <i className={styles.line} />
            <ProblemLine problem={first} />
          </>
        )}
        <span className={styles.space} />
        <span className={styles.status}>{status}</span>
        {problems.length > 0 && (
          <button
            type="button"
            className={styles.toggle}
            aria-label={isOpen ? 'Hide the list of problems' : 'Show all problems'}
            onClick={() => designer.show({ areProblemsOpen: !isOpen })}
          >
            <ToolIcon name={isOpen ? 'down' : 'up'} size={16} />
          </button>
        )}
      </div>
    </section>
  );
}

/** There the properties would lie over what is played. */
const isNarrow = () => window.matchMedia('(max-width: 760px)').matches;

function ProblemLine({ problem }: { readonly problem: Problem }) {
  const designer = useDesigner();
  const index = useDesignerState((state) => state.index);
  const isPlayable = useDesignerState((state) => findingOf(state.soundness, problem) !== undefined);
  const play = (shown: Problem) => {
    designer.play(shown);
    if (isNarrow()) designer.show({ isPanelOpen: false });
  };
  const { elementId, fix } = problem;
  const element = elementId === undefined ? undefined : index.element(elementId);
  const flow = elementId === undefined ? undefined : index.flow(elementId);
  const name = element ? shownName(element) : flow ? flowText(flow) || 'Flow' : 'Process';
  return (
    <div className={styles.problem} data-severity={problem.severity}>
      <ToolIcon name={problem.severity === 'error' ? 'incident' : 'info'} size={16} />
      <button
        type="button"
        className={styles.go}
        onClick={(event) => {
          designer.goToProblem(problem);
          if (event.detail === 0) focusPart('properties');
        }}
      >
        <b>{name}</b> <span>{problem.message}</span>
      </button>
      {isPlayable && (
        <button type="button" className={styles.fix} aria-label={`Play the run that leads to this: ${problem.message}`} onClick={() => play(problem)}>
          <ToolIcon name="play" size={16} />
          Play
        </button>
      )}
      {fix && (
        <button type="button" className={styles.fix} onClick={() => designer.fix(fix)}>
          {fix.label}
        </button>
      )}
    </div>
  );
}
