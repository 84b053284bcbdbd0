import type { PointerEvent, ReactNode } from "react";

type Kind = "primary" | "secondary" | "danger";

const baseClasses =
  "inline-flex min-h-11 cursor-pointer items-center justify-center rounded-md border-2 px-5 py-2 text-center font-semibold no-underline disabled:cursor-not-allowed disabled:opacity-60 print:hidden";

const kindClasses: Record<Kind, string> = {
  primary: "border-brand bg-brand text-on-brand hover:border-brand-deep hover:bg-brand-deep",
  secondary:
    "border-edge bg-card text-link hover:border-link-deep hover:text-link-deep aria-pressed:border-brand aria-pressed:bg-brand aria-pressed:text-on-brand",
  danger: "border-bad bg-card text-bad hover:bg-bad-soft",
};

type ButtonProps = {
  kind?: Kind;
  type?: "submit" | "button";
  name?: string;
  value?: string;
  form?: string;
  /** The address to which this button sends the form, instead of the form's own. */
  formAction?: string;
  disabled?: boolean;
  onClick?: () => void;
  /** Prevented where a press must not clear what is selected. */
  onPointerDown?: (event: PointerEvent) => void;
  children: ReactNode;
};

/** A button that sends its form. */
export function Button({ kind = "primary", type = "submit", ...rest }: ButtonProps) {
  return <button type={type} className={`${baseClasses} ${kindClasses[kind]}`} {...rest} />;
}

/** A link that looks like a button: for going somewhere, never for an action. */
export function ButtonLink({ kind = "primary", ...rest }: { kind?: Kind; href: string; children: ReactNode }) {
  return <a className={`${baseClasses} ${kindClasses[kind]}`} {...rest} />;
}
