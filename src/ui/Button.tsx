import type { ComponentProps, ReactNode } from 'react';
import styles from './Button.module.css';

export type ButtonLook = 'plain' | 'primary' | 'quiet' | 'danger';

interface ButtonProps extends Omit<ComponentProps<'button'>, 'disabled'> {
  readonly look?: ButtonLook;
  /** There is nothing to do for it now. It keeps the focus, so that nobody is thrown out of their place. */
  readonly isIdle?: boolean | undefined;
}

/** A button with words on it. */
export function Button({ look = 'plain', className, isIdle, ...rest }: ButtonProps): ReactNode {
  return <button type="button" {...rest} {...idle(isIdle, rest)} className={buttonClass(look, className)} />;
}

interface IconButtonProps extends Omit<ButtonProps, 'children' | 'aria-label'> {
  /** What it does: its accessible name and its tooltip. */
  readonly label: string;
  readonly icon: ReactNode;
}

/** A button that shows only an icon; its name is for screen readers and the tooltip. */
export function IconButton(props: IconButtonProps): ReactNode {
  const { label, icon, look = 'quiet', className, isIdle, ...rest } = props;
  return (
    <button
      type="button"
      title={label}
      {...rest}
      {...idle(isIdle, rest)}
      aria-label={label}
      className={`${buttonClass(look, className)} ${styles['icon']}`}
    >
      {icon}
    </button>
  );
}

/** Not `disabled`: the focus would fall to the page. */
function idle(
  isIdle: boolean | undefined,
  { onClick }: Pick<ComponentProps<'button'>, 'onClick'>,
): ComponentProps<'button'> {
  if (isIdle === undefined) return {};
  return {
    'aria-disabled': isIdle,
    onClick: isIdle ? (event) => event.preventDefault() : onClick,
  };
}

/** For a link that looks like a button. */
export function buttonClass(look: ButtonLook, className = ''): string {
  const own = look === 'plain' ? '' : (styles[look] ?? '');
  return `${styles['button']} ${own} ${className}`.trim();
}
