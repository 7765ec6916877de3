import type { Artifact, Graph, Lane, MessageFlow, Pool } from '@baton/model';
import { NativeSelect, Switch } from '@mantine/core';
import type { ReactNode } from 'react';
import { useDesigner, useDesignerState } from '../use-designer.ts';
import { checkText } from './check-feel.ts';
import { CommitField } from './commit-field.tsx';
import styles from './panels.module.css';
import { useElementEdit } from './use-element-edit.ts';

/** What is drawn and isn't a step: pools, lanes, message flows, notes, data. */
export type Figure =
  | { readonly kind: 'pool'; readonly part: Pool }
  | { readonly kind: 'lane'; readonly part: Lane }
  | { readonly kind: 'messageFlow'; readonly part: MessageFlow }
  | { readonly kind: 'artifact'; readonly part: Artifact };

export function figureOf({ pools = [], lanes = [], messageFlows = [], artifacts = [] }: Graph, id: string): Figure | undefined {
  const isIt = (part: { readonly id: string }) => part.id === id;
  const [pool, lane, messageFlow, artifact] = [pools.find(isIt), lanes.find(isIt), messageFlows.find(isIt), artifacts.find(isIt)];
  if (pool) return { kind: 'pool', part: pool };
  if (lane) return { kind: 'lane', part: lane };
  if (messageFlow) return { kind: 'messageFlow', part: messageFlow };
  return artifact && { kind: 'artifact', part: artifact };
}

/** What can be set of such a part. */
export function FigurePart({ figure }: { readonly figure: Figure }) {
  const graph = useDesignerState((state) => state.graph);
  return (
    <div className={styles.stack}>
      {figure.kind === 'pool' && <PoolFields pool={figure.part} graphKey={graph.key} />}
      {figure.kind === 'lane' && <LaneFields lane={figure.part} />}
      {figure.kind === 'messageFlow' && <MessageFlowFields flow={figure.part} />}
      {figure.kind === 'artifact' && <ArtifactFields artifact={figure.part} />}
    </div>
  );
}

function NameField({ part, label = 'Name' }: { readonly part: { readonly id: string; readonly name?: string | undefined }; readonly label?: string }) {
  const designer = useDesigner();
  return <CommitField label={label} value={part.name ?? ''} onCommit={(name) => designer.rename(part.id, name)} />;
}

function PoolFields({ pool, graphKey }: { readonly pool: Pool; readonly graphKey: string }) {
  const set = useElementEdit(pool.id);
  const isExecutable = pool.isExecutable !== false;
  return (
    <>
      <NameField part={pool} />
      <Switch
        size="xs"
        label="Runs here"
        description={isExecutable ? 'Its process is published with this drawing' : 'Drawn only: somebody else’s process'}
        checked={isExecutable}
        onChange={(event) => set({ isExecutable: event.currentTarget.checked ? null : false })}
      />
      {isExecutable && (
        <CommitField
          label="Key of its process"
          description="Each pool that runs has its own"
          value={pool.process ?? ''}
          placeholder={graphKey}
          isCode
          onCommit={(process) => set({ process: process.trim() })}
        />
      )}
    </>
  );
}

function LaneFields({ lane }: { readonly lane: Lane }) {
  const set = useElementEdit(lane.id);
  const { candidateGroups } = lane;
  const shown = typeof candidateGroups === 'string' ? candidateGroups : (candidateGroups ?? []).join(', ');
  return (
    <>
      <NameField part={lane} />
      <CommitField
        label="Groups"
        description="Whose work it is, by comma; or a formula"
        value={shown}
        check={checkText}
        onCommit={(text) => {
          const names = text
            .split(',')
            .map((name) => name.trim())
            .filter(Boolean);
          set({ candidateGroups: text.trim().startsWith('=') ? text.trim() : names });
        }}
      />
    </>
  );
}

function MessageFlowFields({ flow }: { readonly flow: MessageFlow }) {
  const set = useElementEdit(flow.id);
  return (
    <>
      <NameField part={flow} />
      <CommitField
        label="Message"
        description="Names the message at both ends that have none"
        value={flow.message ?? ''}
        onCommit={(message) => set({ message: message.trim() })}
      />
    </>
  );
}

/** What can be set of each kind of artifact. */
const ARTIFACT_FIELDS: { readonly [T in Artifact['type']]: (props: { readonly artifact: Artifact }) => ReactNode } = {
  textAnnotation: ({ artifact }) => <Text artifact={artifact} property="text" label="Text" isMultiline />,
  group: ({ artifact }) => <NameField part={artifact} />,
  association: ({ artifact }) => <Arrow artifact={artifact} />,
  dataObject: ({ artifact }) => (
    <>
      <NameField part={artifact} />
      <Text artifact={artifact} property="variable" label="Variable" description="The value it stands for; without it, by its name" />
      <Text artifact={artifact} property="state" label="State" description="Shown in brackets" />
      <Collection artifact={artifact} />
    </>
  ),
  dataStore: ({ artifact }) => (
    <>
      <NameField part={artifact} />
      <Text artifact={artifact} property="store" label="Store" description="Its name in the tenant" />
    </>
  ),
  dataAssociation: ({ artifact }) => (
    <>
      <Text artifact={artifact} property="value" label="Value" description="Text or a formula, instead of the plain value" />
      <Text artifact={artifact} property="target" label="Variable in the step" description="What gets it there" />
    </>
  ),
};

function ArtifactFields({ artifact }: { readonly artifact: Artifact }) {
  const Fields = ARTIFACT_FIELDS[artifact.type];
  return <Fields artifact={artifact} />;
}

interface TextProps {
  readonly artifact: Artifact;
  readonly property: 'text' | 'variable' | 'state' | 'store' | 'value' | 'target';
  readonly label: string;
  readonly description?: string;
  readonly isMultiline?: boolean;
}

function Text({ artifact, property, ...field }: TextProps) {
  const set = useElementEdit(artifact.id);
  return <CommitField {...field} value={artifact[property] ?? ''} onCommit={(value) => set({ [property]: value.trim() })} />;
}

function Collection({ artifact }: { readonly artifact: Artifact }) {
  const set = useElementEdit(artifact.id);
  return (
    <Switch
      size="xs"
      label="Several of them"
      checked={artifact.isCollection ?? false}
      onChange={(event) => set({ isCollection: event.currentTarget.checked || null })}
    />
  );
}

function Arrow({ artifact }: { readonly artifact: Artifact }) {
  const set = useElementEdit(artifact.id);
  return (
    <NativeSelect
      size="xs"
      label="Arrow"
      value={artifact.direction ?? 'none'}
      onChange={(event) => set({ direction: event.currentTarget.value === 'none' ? null : event.currentTarget.value })}
      data={[
        { value: 'none', label: 'None' },
        { value: 'one', label: 'At the end' },
        { value: 'both', label: 'At both ends' },
      ]}
    />
  );
}
