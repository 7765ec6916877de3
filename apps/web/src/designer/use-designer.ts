import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { DesignerState, DesignerStore } from './designer-store.ts';

export const DesignerContext = createContext<DesignerStore | null>(null);

export function useDesigner(): DesignerStore {
  const designer = useContext(DesignerContext);
  if (!designer) throw new Error('Expected to stand inside a DesignerContext, but there is none above.');
  return designer;
}

export const useDesignerState = <T>(select: (state: DesignerState) => T): T => useStore(useDesigner(), select);
