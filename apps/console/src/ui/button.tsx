import type { ComponentProps } from 'react';

/** A button; `tone` says how much it does. */
export function Button({
  tone,
  className = '',
  type = 'button',
  ...rest
}: ComponentProps<'button'> & { tone?: 'main' | 'danger' | 'plain' }) {
  const look = { main: 'main-button', danger: 'danger', plain: 'plain' };
  return <button type={type} className={`button ${tone ? look[tone] : ''} ${className}`} {...rest} />;
}
