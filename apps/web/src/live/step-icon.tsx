import { isElementType } from '@baton/model';
import { IconSitemap } from '@tabler/icons-react';
import { ELEMENT_VIEWS } from '../elements/registry.ts';
import styles from './step-icon.module.css';

/** The face of a kind of step, small, beside its name. */
export function StepIcon({ type }: { readonly type: string }) {
  const Icon = isElementType(type) ? ELEMENT_VIEWS[type].Icon : IconSitemap;
  return (
    <span className={styles.icon} aria-hidden="true">
      <Icon />
    </span>
  );
}
