import type { Artifact, Graph, Lane, MessageFlow, Pool } from '@baton/model';
import { NativeSelect, Switch } from '@mantine/core';
import type { ReactNode } from 'react';
import { namesInUse } from '../names-in-use.ts';
import { useDesigner, useDesignerState } from '../use-designer.ts';
import { CommitField } from './commit-field.tsx';
import { FormulaField } from './formula-field.tsx';
import { GroupsField } from './groups-field.tsx';
import styles from './panels.module.css';
import { SuggestField } from './suggest-field.tsx';
import { useElementEdit } from './use-element-edit.ts';
import { VariableField } from './variable-field.tsx';

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
      <Notes part={figure.part} />
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

const Notes = ({ part }: { readonly part: Figure['part'] }) => {
  const set = useElementEdit(part.id);
  return (
    <CommitField
      label="Notes"
      value={part.documentation ?? ''}
      onCommit={(documentation) => set({ documentation })}
      isMultiline
      placeholder="What somebody should know about it"
    />
  );
};

function LaneFields({ lane }: { readonly lane: Lane }) {
  const set = useElementEdit(lane.id);
  return (
    <>
      <NameField part={lane} />
      <GroupsField
        value={lane.candidateGroups}
        description="They are asked for human tasks in it that name nobody."
        onChange={(candidateGroups) => set({ candidateGroups })}
      />
    </>
  );
}

function MessageFlowFields({ flow }: { readonly flow: MessageFlow }) {
  const set = useElementEdit(flow.id);
  const graph = useDesignerState((state) => state.graph);
  return (
    <>
      <NameField part={flow} />
      <SuggestField
        label="Message"
        description="Names it for both ends, where they have no name of their own"
        value={flow.message ?? ''}
        suggestions={namesInUse(graph).messages}
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
      <Variable artifact={artifact} property="variable" label="Variable" description="The value it stands for; without it, the one of its name" />
      <Text artifact={artifact} property="state" label="State" description="Shown in brackets, such as paid" />
      <Collection artifact={artifact} />
    </>
  ),
  dataStore: ({ artifact }) => (
    <>
      <NameField part={artifact} />
      <Text artifact={artifact} property="store" label="Store" description="Its name in the tenant" />
    </>
  ),
  dataAssociation: ({ artifact }) => <DataAssociationFields artifact={artifact} />,
};

function ArtifactFields({ artifact }: { readonly artifact: Artifact }) {
  const Fields = ARTIFACT_FIELDS[artifact.type];
  return <Fields artifact={artifact} />;
}

interface TextProps {
  readonly artifact: Artifact;
  readonly property: 'text' | 'variable' | 'state' | 'store' | 'target';
  readonly label: string;
  readonly description?: string;
  readonly isMultiline?: boolean;
}

function Text({ artifact, property, ...field }: TextProps) {
  const set = useElementEdit(artifact.id);
  return <CommitField {...field} value={artifact[property] ?? ''} onCommit={(value) => set({ [property]: value.trim() })} />;
}

function Variable({ artifact, property, label, description = '' }: Omit<TextProps, 'isMultiline'>) {
  const set = useElementEdit(artifact.id);
  return <VariableField label={label} description={description} value={artifact[property] ?? ''} onCommit={(name) => set({ [property]: name })} />;
}

/** The arrow between data and a step: what goes over, and what it is called there. */
function DataAssociationFields({ artifact }: { readonly artifact: Artifact }) {
  const set = useElementEdit(artifact.id);
  const isRead = useDesignerState((state) => artifact.to !== undefined && state.index.element(artifact.to) !== undefined);
  return (
    <>
      <FormulaField
        label="Value"
        description={isRead ? 'What the step gets; without it, all of the data' : 'What is kept; without it, the variable of that name'}
        value={artifact.value ?? ''}
        onCommit={(value) => set({ value: value.trim() })}
      />
      {isRead && <Variable artifact={artifact} property="target" label="Called in the step" description="The variable that gets it there" />}
    </>
  );
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
