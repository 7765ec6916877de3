import { useEffect, useState } from 'react';
import { create } from 'zustand';

const BATCH_MS = 2_000;
const useWaiting = create<{ readonly texts: readonly string[] }>(() => ({ texts: [] }));

/** Says something to a screen reader, politely. What is said twice is heard once. */
export function announce(text: string): void {
  useWaiting.setState(({ texts }) => (texts.includes(text) ? { texts } : { texts: [...texts, text] }));
}

/** The one live region: at most one message every two seconds. */
export function LiveRegion() {
  const [spoken, setSpoken] = useState('');
  useEffect(() => {
    const timer = setInterval(() => {
      const { texts } = useWaiting.getState();
      if (texts.length === 0) return;
      useWaiting.setState({ texts: [] });
      setSpoken(texts.join('. '));
    }, BATCH_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <div aria-live="polite" className="visually-hidden">
      {spoken}
    </div>
  );
}
