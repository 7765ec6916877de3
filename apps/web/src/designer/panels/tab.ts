/** Tabs of the properties panel, in the order they stand. An element shows only those that matter for it. */
export const TABS = { general: 'General', people: 'People', form: 'Form', data: 'Data', rules: 'Rules', advanced: 'Advanced' } as const;
export type TabId = keyof typeof TABS;
