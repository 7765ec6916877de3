import '@mantine/core/styles/PasswordInput.layer.css';
import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { classNames } from '../theme/class-names.ts';
import styles from './door.module.css';

export const PASSWORD_LENGTH = 10;
export const passwordProblem = (password: string) =>
  password.length < PASSWORD_LENGTH ? `Use at least ${PASSWORD_LENGTH} characters. A sentence works well.` : null;

/** A new password: says while it is typed whether it is long enough, which is all we ask of it. */
export function PasswordField({ value = '', ...props }: Omit<PasswordInputProps, 'value'> & { value?: string }) {
  const isEnough = value.length >= PASSWORD_LENGTH;
  return (
    <div>
      <PasswordInput autoComplete="new-password" visibilityToggleButtonProps={{ 'aria-label': 'Show password' }} value={value} {...props} />
      {!props.error && (
        <p className={classNames(styles.enough, isEnough && styles.yes)}>
          {isEnough && <IconCheck className="icon" aria-hidden="true" />}
          {isEnough ? `${value.length} characters, long enough.` : `At least ${PASSWORD_LENGTH} characters. A sentence works well.`}
        </p>
      )}
    </div>
  );
}
