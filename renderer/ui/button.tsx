import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import './button.css';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style'> {
  /** `primary`: the one next step of a view. `quiet`: no box until hovered. `danger`: takes something away. */
  readonly variant?: 'primary' | 'default' | 'quiet' | 'danger';
  readonly size?: 'small' | 'medium' | 'large';
}

/** A button. An icon alone needs an `aria-label`. */
export function Button({ variant = 'default', size = 'medium', ...props }: ButtonProps) {
  return <AriaButton {...props} className={`button button--${variant} button--${size}`} />;
}
