import type { ReactNode } from "react";
import type { ComplaintTexts } from "@/lib/people/complaints/complaint.rules";

/** A complaint as its author sees it: what they wrote, by when we must answer, and the answer. */
export function ComplaintCard({ openedOn, text, status, answer }: Record<keyof ComplaintTexts, ReactNode>) {
  return (
    <article className="border-line border-t py-4">
      <h3 className="mb-1 text-xl">Of {openedOn}</h3>
      <p className="measure mb-3 whitespace-pre-wrap break-words" dir="auto">
        {text}
      </p>
      <p className="font-semibold">{status}</p>
      <p className="measure whitespace-pre-wrap break-words empty:hidden">{answer}</p>
    </article>
  );
}
