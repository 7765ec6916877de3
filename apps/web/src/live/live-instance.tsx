import { type Instance, ROOT_SCOPE } from '@baton/contract';
import { useMediaQuery } from '@mantine/hooks';
import { getRouteApi } from '@tanstack/react-router';
import { type CSSProperties, useState } from 'react';
import { useLiveState } from '../api/live-client.ts';
import { may, useMe } from '../api/session.ts';
import { ControlButton } from '../canvas/canvas-controls.tsx';
import { DataTable } from './data/data-table.tsx';
import { InstanceDiagram } from './diagram/instance-diagram.tsx';
import { EventsView, PeopleSwitch } from './events/events-view.tsx';
import type { GraphWords } from './graph-words.ts';
import { InstanceHeader, titleOf } from './instance-header.tsx';
import styles from './instance-page.module.css';
import type { InstanceSearch } from './instance-search.ts';
import { NowPanel } from './now/now-panel.tsx';
import { LowerPane } from './pane/lower-pane.tsx';
import { PANE_LEAST, usePaneHeight } from './pane/use-pane-height.ts';
import { Scrubber } from './replay/scrubber.tsx';
import { useReplay } from './replay/use-replay.ts';
import { type InstanceState, isLogComplete } from './state/instance-state.ts';
import { useAnnouncements } from './state/use-announcements.ts';
import { useNow } from './state/use-now.ts';
import { usePausedAt } from './state/use-paused-at.ts';
import { useTokens } from './state/use-tokens.ts';
import { StepListView } from './steps/step-list-view.tsx';
import { TasksView } from './tasks/tasks-view.tsx';
import { useInstanceTasks } from './tasks/use-instance-tasks.ts';
import { FoldSwitch, TimelineTable } from './timeline/timeline-table.tsx';

const route = getRouteApi('/signed-in/frame/instances/$instanceId');
const EVERY_SECOND = 1_000;

interface LiveInstanceProps {
  readonly instance: Instance;
  readonly words: GraphWords;
  readonly state: InstanceState;
}

/** The whole screen: header, diagram and what is going on now, the time, and the tabs below. */
export function LiveInstance({ instance, words, state }: LiveInstanceProps) {
  const me = useMe();
  const { el, tab = 'timeline', at } = route.useSearch();
  const navigate = route.useNavigate();
  const isPhone = useMediaQuery('(max-width: 800px)', false, { getInitialValueInEffect: false });
  const present = state.live.view;
  const isActive = present.status === 'active';
  const clock = useNow(isActive ? EVERY_SECOND : null);
  const connection = useLiveState();
  const pausedAt = usePausedAt(connection);
  const pane = usePaneHeight();
  const [isFolded, setIsFolded] = useState(true);
  const [isByPeopleOnly, setIsByPeopleOnly] = useState(false);
  const [isListed, setIsListed] = useState(false);
  const set = (change: InstanceSearch) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true, resetScroll: false });
  const replay = useReplay({ id: instance.id, log: state.log, at: isLogComplete(state) ? at : undefined, onMove: (to) => set({ at: to }) });
  const tasks = useInstanceTasks(instance.id, state.fresh);
  const tokens = useTokens(replay.past ? replay.played : state.fresh);
  useAnnouncements(state.fresh, words);

  const past = replay.past;
  const view = past?.view ?? present;
  const log = past?.log ?? state.log;
  const endedAt = present.endedAt ? Date.parse(present.endedAt) : null;
  const now = past?.stop.at ?? Math.max(clock, state.asOf);
  const select = (elementId: string | undefined) => set({ el: elementId === el ? undefined : elementId });
  const shown = { view, words, now, selectedId: el, onSelect: select };

  return (
    <div className={styles.page} style={{ '--pane': `${pane.height}px` } as CSSProperties}>
      <InstanceHeader instance={instance} words={words} view={present} now={Math.max(clock, state.asOf)} />
      <div className={styles.upper}>
        <StepListView {...shown} isSeen={isPhone || isListed} />
        <div className={styles.diagram}>
          <InstanceDiagram
            {...shown}
            label={`${instance.processName}, version ${instance.version}, ${titleOf(instance)}`}
            tokens={tokens}
            controls={!isPhone && <ControlButton icon="outline" label="Show the steps as a list" isPressed={isListed} onClick={() => setIsListed(!isListed)} />}
          />
        </div>
        <NowPanel {...shown} isLive={!past} />
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a separator that can be moved is no <hr> */}
      <div
        className={styles.edge}
        role="separator"
        aria-orientation="horizontal"
        aria-label="Height of the lower part"
        aria-valuemin={PANE_LEAST}
        aria-valuemax={pane.most}
        aria-valuenow={pane.height}
        tabIndex={0}
        onKeyDown={pane.onKeyDown}
        onPointerDown={pane.onPointerDown}
        onPointerMove={pane.onPointerMove}
      />
      <Scrubber
        replay={replay}
        status={present.status}
        endedAt={endedAt}
        now={Math.max(clock, state.asOf)}
        asOf={Math.max(pausedAt ?? 0, state.asOf)}
        connection={connection}
      />
      <div className={styles.pane}>
        <LowerPane
          tab={tab}
          onTab={(chosen) => set({ tab: chosen === 'timeline' ? undefined : chosen })}
          counts={{ data: Object.keys(view.variables[ROOT_SCOPE] ?? {}).length, ...(tasks.data ? { tasks: tasks.data.length } : {}), events: log.length }}
          tools={
            <>
              {tab === 'timeline' && <FoldSwitch isFolded={isFolded} onChange={setIsFolded} />}
              {tab === 'events' && <PeopleSwitch isOn={isByPeopleOnly} onChange={setIsByPeopleOnly} />}
            </>
          }
        >
          {tab === 'timeline' && <TimelineTable {...shown} log={log} isFolded={isFolded} />}
          {tab === 'data' && <DataTable {...shown} log={log} instanceId={instance.id} mayChange={isActive && !past && may(me, 'instance:operate')} />}
          {tab === 'tasks' && <TasksView tasks={tasks} now={now} isOfEverybody={may(me, 'task:oversee')} />}
          {tab === 'events' && <EventsView log={log} words={words} now={now} isByPeopleOnly={isByPeopleOnly} />}
        </LowerPane>
      </div>
    </div>
  );
}
