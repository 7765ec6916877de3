import { type RefObject, useEffect, useEffectEvent, useState } from 'react';

/** Pressed no longer than this it was a tap. */
const TAP_MS = 250;

/** Whether the space bar is held while the board has the keyboard: then the hand moves the view. A tap does something else. */
export function useSpaceHeld(boardRef: RefObject<HTMLElement | null>, onTap: () => void): boolean {
  const [isHeld, setHeld] = useState(false);
  const tapped = useEffectEvent(onTap);
  useEffect(() => {
    let pressedAt = Number.NEGATIVE_INFINITY;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === ' ' && event.target === boardRef.current) {
        event.preventDefault();
        if (!event.repeat) pressedAt = event.timeStamp;
        setHeld(true);
      }
    };
    const release = () => setHeld(false);
    const onPointerDown = () => {
      pressedAt = Number.NEGATIVE_INFINITY;
    };
    const onKeyUp = (event: KeyboardEvent) => {
      if (event.key !== ' ') return;
      release();
      if (event.target === boardRef.current && event.timeStamp - pressedAt < TAP_MS) tapped();
    };
    window.addEventListener('keydown', onKeyDown);
    window.addEventListener('keyup', onKeyUp);
    window.addEventListener('pointerdown', onPointerDown);
    window.addEventListener('blur', release);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      window.removeEventListener('keyup', onKeyUp);
      window.removeEventListener('pointerdown', onPointerDown);
      window.removeEventListener('blur', release);
    };
  }, [boardRef]);
  return isHeld;
}
