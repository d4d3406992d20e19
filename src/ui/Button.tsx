import type { ComponentProps, ReactNode } from 'react';
import styles from './Button.module.css';

export type ButtonLook = 'plain' | 'primary' | 'quiet' | 'danger';

interface ButtonProps extends ComponentProps<'button'> {
  readonly look?: ButtonLook;
}

/** A button with words on it. */
export function Button({ look = 'plain', className, ...rest }: ButtonProps): ReactNode {
  return <button type="button" {...rest} className={buttonClass(look, className)} />;
}

interface IconButtonProps extends Omit<ButtonProps, 'children' | 'aria-label'> {
  /** What it does: its accessible name and its tooltip. */
  readonly label: string;
  readonly icon: ReactNode;
}

/** A button that shows only an icon; its name is for screen readers and the tooltip. */
export function IconButton({ label, icon, look = 'quiet', className, ...rest }: IconButtonProps): ReactNode {
  return (
    <button
      type="button"
      title={label}
      {...rest}
      aria-label={label}
      className={`${buttonClass(look, className)} ${styles['icon']}`}
    >
      {icon}
    </button>
  );
}

/** For a link that looks like a button. */
export function buttonClass(look: ButtonLook, className = ''): string {
  const own = look === 'plain' ? '' : (styles[look] ?? '');
  return `${styles['button']} ${own} ${className}`.trim();
}
