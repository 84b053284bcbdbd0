import type { ReactNode } from "react";

const toneClasses = {
  plain: "border-line text-muted",
  info: "border-info bg-info-soft text-info",
  good: "border-good bg-good-soft text-good",
  warning: "border-warning bg-warning-soft text-warning",
  bad: "border-bad bg-bad-soft text-bad",
};

export type TagTone = keyof typeof toneClasses;

/** A short label of a state. The colour never carries meaning by itself. */
export function Tag({ tone = "plain", children }: { tone?: TagTone; children: ReactNode }) {
  return (
    <span className={`inline-block rounded border px-2 py-0.5 text-base/snug font-semibold ${toneClasses[tone]}`}>
      {children}
    </span>
  );
}
