import type { ReactNode } from "react";
import { TextLink } from "@/components/ui/text-link";

type Props = { next: { href: string; label: string }; children: ReactNode };

/** In the place of a list with nothing in it: what is missing, and where to go from there. */
export function EmptyState({ next, children }: Props) {
  return (
    <div className="measure my-4 border-line border-l-4 pl-4">
      <p>{children}</p>
      <TextLink href={next.href}>{next.label}</TextLink>
    </div>
  );
}
