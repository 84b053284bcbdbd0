"use client";

import type { ReactNode } from "react";
import { useFormState } from "@/components/forms/form-context";
import { MarkedSegments } from "@/components/ui/marked-segments";
import type { Segment } from "@/lib/text-spans";

// A form's own page shows what its action found, without a client component of its own: the page writes the text, these
// fill in what came back.

/** Shown in one step of a form with several; `name` "" is the first. */
export function FormStep({ name, children }: { name: string; children: ReactNode }) {
  const { state } = useFormState();
  return (state.step ?? "") === name ? children : null;
}

/** Shown once the action has given this value, and it is neither false, null nor empty. */
export function WhenResult({ name, children }: { name: string; children: ReactNode }) {
  const value = useFormState().state.result?.[name];
  return value === undefined || value === null || value === false || value === "" ? null : children;
}

/** Shown until the action has given a result. */
export function UntilResult({ children }: { children: ReactNode }) {
  return useFormState().state.result ? null : children;
}

/** A text or a number that the action gave. */
export function ResultText({ name }: { name: string }) {
  const value = useFormState().state.result?.[name];
  return typeof value === "string" || typeof value === "number" ? value : null;
}

/** A text of which parts are marked. */
export function ResultSegments({ name }: { name: string }) {
  const value = useFormState().state.result?.[name];
  return Array.isArray(value) ? <MarkedSegments segments={value as Segment[]} /> : null;
}

/** Rows that the action gave, a column for each name. */
export function ResultTable({
  name,
  caption,
  columns,
}: {
  name: string;
  caption: string;
  columns: Record<string, string>;
}) {
  const value = useFormState().state.result?.[name];
  if (!Array.isArray(value) || value.length === 0) return null;
  const rows = value as Record<string, string | number | null>[];
  return (
    <table className="mb-6 w-full text-left">
      <caption className="mb-2 text-left font-semibold">{caption}</caption>
      <thead>
        <tr>
          {Object.entries(columns).map(([key, heading]) => (
            <th key={key} scope="col" className="border-line border-b py-2 pr-4">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={JSON.stringify(row)}>
            {Object.keys(columns).map((key) => (
              <td key={key} className="border-line border-b py-2 pr-4 align-top break-words">
                {row[key]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
