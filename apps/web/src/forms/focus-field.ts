export const fieldId = (idPrefix: string, key: string) => `${idPrefix}-${key}`;

/** Puts the cursor into a field; of radios into the chosen or the first. */
export const focusField = (idPrefix: string, key: string): void => {
  const element = document.getElementById(fieldId(idPrefix, key));
  const control = element?.matches('input, textarea, select')
    ? element
    : (element?.querySelector<HTMLElement>('input:checked') ?? element?.querySelector('input'));
  control?.focus();
  control?.scrollIntoView({ block: 'nearest' });
};
