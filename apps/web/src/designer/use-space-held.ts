import { type RefObject, useEffect, useState } from 'react';

/** Whether the space bar is held while the board has the keyboard: then the hand moves the view. */
export function useSpaceHeld(boardRef: RefObject<HTMLElement | null>): boolean {
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === ' ' && event.target === boardRef.current) {
        event.preventDefault();
        setHeld(true);
      }
    };
    const release = () => setHeld(false);
    const onKeyUp = (event: KeyboardEvent) => {
      if (event.key === ' ') release();
    };
    window.addEventListener('keydown', onKeyDown);
    window.addEventListener('keyup', onKeyUp);
    window.addEventListener('blur', release);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      window.removeEventListener('keyup', onKeyUp);
      window.removeEventListener('blur', release);
    };
  }, [boardRef]);
  return isHeld;
}
