"use client";

import type { ReactNode } from "react";
import { useFormState, useInitialFocus } from "@/components/forms/form-context";
import { MarkedSegments } from "@/components/ui/marked-segments";
import { Table } from "@/components/ui/table";
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
  const isEmpty = value === undefined || value === null || value === false || value === "";
  return isEmpty || (Array.isArray(value) && value.length === 0) ? null : children;
}

/** Shown until the form was sent for the first time. */
export function UntilSubmitted({ children }: { children: ReactNode }) {
  return useFormState().state.isSubmitted ? null : children;
}

/** The heading of a later step. It takes the focus, unless the form has errors: their summary takes it. */
export function StepHeading({ children }: { children: ReactNode }) {
  return (
    <h2 tabIndex={-1} className="mb-4 text-xl" {...useInitialFocus(true)}>
      {children}
    </h2>
  );
}

/** A line above a form about what was done. It takes the focus, because the page was loaded again. */
export function ResultHeading({ children }: { children: ReactNode }) {
  return (
    <p role="status" tabIndex={-1} className="mb-6 font-semibold text-good" {...useInitialFocus(true)}>
      {children}
    </p>
  );
}

/** Shown where a field of this name came with some text, typed or stored. */
export function WhenTyped({ name, children }: { name: string; children: ReactNode }) {
  const value = useFormState().values[name];
  return typeof value === "string" && value.trim() !== "" ? children : null;
}

/** Shown until the action has given this value. */
export function UnlessResult({ name, children }: { name: string; children: ReactNode }) {
  return useFormState().state.result?.[name] ? null : children;
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

/** A numbered list of codes that the action gave. */
export function ResultCodes({ name, id }: { name: string; id?: string }) {
  const value = useFormState().state.result?.[name];
  if (!Array.isArray(value)) return null;
  return (
    <ol id={id} className="mb-8 list-decimal space-y-2 pl-8">
      {(value as string[]).map((text) => (
        <li key={text}>
          <code className="break-words">{text}</code>
        </li>
      ))}
    </ol>
  );
}

/** Texts that the action gave, as items of a list. */
export function ResultList({ name }: { name: string }) {
  const value = useFormState().state.result?.[name];
  if (!Array.isArray(value)) return null;
  return (
    <ul className="list-disc pl-5 break-words">
      {(value as string[]).map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

/** An element with results of the action for a script to read. @param attributes name of a result by attribute */
export function ResultData({
  attributes,
  children,
}: {
  attributes: Record<`data-${string}`, string>;
  children: ReactNode;
}) {
  const { result } = useFormState().state;
  const data = Object.entries(attributes).map(([attribute, name]) => [attribute, result?.[name]]);
  return <div {...Object.fromEntries(data)}>{children}</div>;
}

/** A text of which parts are marked. */
export function ResultSegments({ name }: { name: string }) {
  const value = useFormState().state.result?.[name];
  return Array.isArray(value) ? <MarkedSegments segments={value as Segment[]} /> : null;
}

type ResultTableProps = {
  name: string;
  caption: string;
  /** The name of a result that is shown in place of `caption` where the action gave it. */
  captionName?: string;
  /** The heading of each column, by its name in a row. */
  columns: Record<string, string>;
};

/** Rows that the action gave. */
export function ResultTable({ name, caption, captionName = "", columns }: ResultTableProps) {
  const { result } = useFormState().state;
  const rows = result?.[name];
  if (!Array.isArray(rows) || rows.length === 0) return null;
  return (
    <Table
      caption={String(result?.[captionName] ?? caption)}
      head={Object.values(columns)}
      rows={(rows as ResultRow[]).map((row) => Object.keys(columns).map((column) => row[column]))}
    />
  );
}

type ResultRow = Record<string, string | number | null>;
