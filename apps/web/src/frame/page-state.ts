import { useEffect } from 'react';
import { create } from 'zustand';

export interface Crumb {
  readonly label: string;
  readonly to?: string;
}

interface PageState {
  readonly crumbs: readonly Crumb[];
  readonly setCrumbs: (crumbs: readonly Crumb[]) => void;
}

export const usePageState = create<PageState>((set) => ({ crumbs: [], setCrumbs: (crumbs) => set({ crumbs }) }));

/** Says where we are: the breadcrumb in the top bar and the window's title. The last crumb is this page. */
export function usePage(crumbs: readonly Crumb[]): void {
  const setCrumbs = usePageState((state) => state.setCrumbs);
  const key = JSON.stringify(crumbs);
  useEffect(() => {
    const parsed: readonly Crumb[] = JSON.parse(key);
    setCrumbs(parsed);
    document.title = [...parsed.map((crumb) => crumb.label).reverse(), 'Baton'].join(' · ');
  }, [key, setCrumbs]);
}
