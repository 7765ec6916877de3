import { type ReactNode, useEffect } from 'react';
import { createPortal } from 'react-dom';
import { create } from 'zustand';

interface Slots {
  readonly element: HTMLElement | null;
  /** A screen with its own tools needs the room: the search shrinks to its icon. */
  readonly fillers: number;
}
const useSlots = create<Slots>(() => ({ element: null, fillers: 0 }));

export const useIsTopBarFilled = () => useSlots((slots) => slots.fillers > 0);

/** Where the top bar takes what a screen puts there. */
export const TopBarSlot = ({ className }: { className: string }) => <div className={className} ref={(element) => useSlots.setState({ element })} />;

/** Puts a screen's own tools into the top bar, between breadcrumb and search. */
export function TopBarTools({ children }: { children: ReactNode }) {
  const element = useSlots((slots) => slots.element);
  useEffect(() => {
    useSlots.setState(({ fillers }) => ({ fillers: fillers + 1 }));
    return () => useSlots.setState(({ fillers }) => ({ fillers: fillers - 1 }));
  }, []);
  return element && createPortal(children, element);
}
