import type { ComponentProps } from "react";

/** A link on its own, 44 px high for a thumb. Within a sentence, `<a className="link">` is enough. */
export function TextLink({ className = "", ...rest }: ComponentProps<"a"> & { href: string }) {
  return <a className={`link inline-flex min-h-11 items-center ${className}`.trimEnd()} {...rest} />;
}
