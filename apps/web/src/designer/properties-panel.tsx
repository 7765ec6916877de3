import { capital, ELEMENTS, type Element } from '@baton/model';
import { ActionIcon, Tabs, Tooltip } from '@mantine/core';
import type { ComponentType, ReactNode } from 'react';
import { approvalOf, kindWord, shownName } from '../canvas/element-words.ts';
import { ToolIcon } from '../canvas/tool-icon.tsx';
import { panelOf } from '../elements/panels.ts';
import { focusBoard } from './focus-part.ts';
import { answersOf } from './known-variables.ts';
import { type Figure, FigurePart, figureOf } from './panels/figure-part.tsx';
import { FlowFields } from './panels/flows-part.tsx';
import panels from './panels/panels.module.css';
import { ProcessData, ProcessGeneral } from './panels/process-part.tsx';
import { TABS, type TabId } from './panels/tab.ts';
import { ElementIcon, FigureHeadIcon } from './part-icon.tsx';
import { partOf } from './part-of.ts';
import styles from './properties-panel.module.css';
import { useDesigner, useDesignerState } from './use-designer.ts';

/** What can be set of whatever is selected; of the process itself when nothing is. */
export function PropertiesPanel() {
  const selection = useDesignerState((state) => state.selection);
  const index = useDesignerState((state) => state.index);
  const [first] = selection;
  const element = selection.length === 1 && first !== undefined ? index.element(first) : undefined;
  const flow = selection.length === 1 && first !== undefined ? index.flow(first) : undefined;
  const figure = selection.length === 1 && first !== undefined ? figureOf(index.graph, first) : undefined;
  return (
    <aside className={styles.panel} aria-label="Properties" data-part="properties">
      {element ? (
        <ElementProperties key={element.id} element={element} />
      ) : flow ? (
        <FlowProperties key={flow.id} flowId={flow.id} />
      ) : figure ? (
        <FigureProperties key={figure.part.id} figure={figure} />
      ) : selection.length > 1 ? (
        <Several ids={selection} />
      ) : (
        <ProcessProperties />
      )}
    </aside>
  );
}

function ElementProperties({ element }: { readonly element: Element }) {
  const parent = useDesignerState((state) => (element.parent === undefined ? undefined : state.index.element(element.parent)));
  const parts = panelOf(element);
  const content = (Object.keys(TABS) as TabId[]).flatMap((id) => {
    const Part: ComponentType<{ readonly element: Element }> | undefined = parts[id];
    return Part ? [{ id, content: <Part element={element} /> }] : [];
  });
  return (
    <>
      <Head
        icon={<ElementIcon element={element} />}
        title={shownName(element)}
        subtitle={[kindWord(element), ...(parent ? [`in ${shownName(parent)}`] : [])].join(' · ')}
      />
      <Tabbed tabs={content} />
      {approvalOf(element) && <Offered element={element} />}
    </>
  );
}

function Offered({ element }: { readonly element: Element }) {
  return (
    <footer className={panels.offer}>
      <ToolIcon name="info" size={16} />
      <span>
        Offered to the next Decision:{' '}
        <b>
          {answersOf(element)
            .map(({ label }) => label)
            .join(', ')}
        </b>
      </span>
    </footer>
  );
}

function FlowProperties({ flowId }: { readonly flowId: string }) {
  const index = useDesignerState((state) => state.index);
  const flow = index.flow(flowId);
  const [source, target] = [index.element(flow?.from ?? ''), index.element(flow?.to ?? '')];
  if (!flow || !source || !target) return null;
  return (
    <>
      <Head icon={<ToolIcon name="connect" />} title={flow.name?.trim() || 'Flow'} subtitle={`From ${shownName(source)} to ${shownName(target)}`} />
      <div className={`${styles.body} ${panels.stack}`}>
        <FlowFields flowId={flowId} />
        {!ELEMENTS[source.type].decides && <p className={panels.hint}>Only flows out of a Decision or a step have a condition.</p>}
      </div>
    </>
  );
}

function FigureProperties({ figure }: { readonly figure: Figure }) {
  const graph = useDesignerState((state) => state.graph);
  const part = partOf(graph, figure.part.id);
  const word = part?.word ?? '';
  return (
    <>
      <Head icon={<FigureHeadIcon figure={figure} />} title={part?.name.trim() || capital(word)} subtitle={capital(word)} />
      <div className={styles.body}>
        <FigurePart figure={figure} />
      </div>
    </>
  );
}

const Several = ({ ids }: { readonly ids: readonly string[] }) => (
  <>
    <Head icon={<ToolIcon name="copy" />} title={`${ids.length} selected`} subtitle="Drag to move them together" />
    <p className={`${panels.hint} ${panels.stack}`}>Ctrl+C copies, Ctrl+D duplicates, Delete deletes and joins what was before and behind.</p>
  </>
);

function ProcessProperties() {
  const name = useDesignerState((state) => state.graph.name);
  return (
    <>
      <Head icon={<ToolIcon name="outline" />} title={name} subtitle="Process" />
      <Tabbed
        tabs={[
          { id: 'general', content: <ProcessGeneral /> },
          { id: 'data', content: <ProcessData /> },
        ]}
      />
    </>
  );
}

function Head({ icon, title, subtitle }: { readonly icon: ReactNode; readonly title: string; readonly subtitle: string }) {
  const designer = useDesigner();
  return (
    <header className={styles.head}>
      <span className={styles.type}>{icon}</span>
      <div className={styles.titles}>
        <h2>{title}</h2>
        <p>{subtitle}</p>
      </div>
      <Tooltip label="Hide properties  I">
        <ActionIcon
          aria-label="Hide properties"
          onClick={() => {
            designer.show({ isPanelOpen: false });
            focusBoard();
          }}
        >
          <ToolIcon name="collapse" />
        </ActionIcon>
      </Tooltip>
    </header>
  );
}

function Tabbed({ tabs }: { readonly tabs: readonly { readonly id: TabId; readonly content: ReactNode }[] }) {
  const designer = useDesigner();
  const wanted = useDesignerState((state) => state.tab);
  const shown = tabs.some(({ id }) => id === wanted) ? wanted : (tabs[0]?.id ?? 'general');
  return (
    <Tabs value={shown} onChange={(tab) => designer.show({ tab: tab as TabId })} className={styles.tabs ?? ''} keepMounted={false}>
      <Tabs.List className={styles.tabList ?? ''} aria-label="Properties">
        {tabs.map(({ id }) => (
          <Tabs.Tab key={id} value={id} className={styles.tab ?? ''}>
            {TABS[id]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map(({ id, content }) => (
        <Tabs.Panel key={id} value={id} className={styles.body ?? ''}>
          {content}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
