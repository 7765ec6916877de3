import { FlowsPart } from './flows-part.tsx';
import { type Activity, LoopPart } from './loop-part.tsx';
import styles from './panels.module.css';

/** How often a step runs and where it goes on. */
export const ActivityRules = ({ element }: { readonly element: Activity }) => (
  <>
    <div className={styles.stack}>
      <LoopPart element={element} />
    </div>
    <FlowsPart element={element} />
  </>
);
