import { useEffect, useState } from 'react';
import styles from './designer-bar.module.css';
import { useDesigner, useDesignerState } from './use-designer.ts';

/** The name of the process, changed where it stands. */
export function NameField() {
  const designer = useDesigner();
  const name = useDesignerState((state) => state.graph.name);
  const [text, setText] = useState(name);
  useEffect(() => setText(name), [name]);
  const commit = () => {
    if (text.trim() && text.trim() !== name) designer.run({ type: 'setGraphProperties', name: text.trim() });
    else setText(name);
  };
  return (
    <input
      className={styles.name}
      aria-label="Name of the process"
      value={text}
      maxLength={255}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape') setText(name);
      }}
    />
  );
}
