import type { ReactNode } from "react";

export type Tone = "info" | "good" | "warning" | "bad";

const toneClasses: Record<Tone, string> = {
  info: "border-info bg-info-soft",
  good: "border-good bg-good-soft",
  warning: "border-warning bg-warning-soft",
  bad: "border-bad bg-bad-soft",
};

/** A highlighted note. */
export function Callout({ title, tone = "info", children }: { title?: ReactNode; tone?: Tone; children: ReactNode }) {
  return (
    <div
      className={`my-6 space-y-2 rounded-r-md border-l-[6px] px-5 py-4 print:break-inside-avoid ${toneClasses[tone]}`}
    >
      {title && <p className="text-lg font-bold">{title}</p>}
      {children}
    </div>
  );
}
