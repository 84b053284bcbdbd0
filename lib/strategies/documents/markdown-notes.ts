import type { DocumentRun } from "@/lib/strategies/documents/parsed-document";

const noteStart = /^\[\^([^\]\s]+)\]:/;
const reference = /\[\^([^\]\s]+)\](?!:)/g;

type Note = { id: string; runs: DocumentRun[] };

/**
 * Moves each note ("[^1]: source") after what refers to it first, wherever it is written. A note that nothing refers to
 * stays where it is.
 */
export function placeNotes(runs: readonly DocumentRun[]): DocumentRun[] {
  const notes = new Map<string, Note>();
  const rest: (DocumentRun | Note)[] = [];
  let last: Note | null = null;
  for (const run of runs) {
    const lines = run.kind === "text" && run.block === null ? run.text.split(/\n(?=\[\^[^\]\s]+\]:)/) : [];
    if (lines.every((line) => noteStart.test(line)) && lines.length > 0) {
      for (const text of lines) {
        const note: Note = { id: noteStart.exec(text)?.[1] ?? "", runs: [{ kind: "note", text }] };
        last = note;
        rest.push(note);
        if (!notes.has(note.id)) notes.set(note.id, note);
      }
    } else if (run.kind === "loss" && last) {
      // of the note before it
      last.runs.push(run);
    } else {
      last = null;
      rest.push(run);
    }
  }
  const placed = new Set<Note>();
  const referredTo = new Set(
    rest.flatMap((entry) => ("id" in entry ? [] : references(entry))).flatMap((id) => notes.get(id) ?? []),
  );
  return rest.flatMap((entry): DocumentRun[] => {
    if ("id" in entry) return referredTo.has(entry) ? [] : entry.runs;
    const own = references(entry).flatMap((id) => notes.get(id) ?? []);
    const first = [...new Set(own)].filter((note) => !placed.has(note));
    for (const note of first) placed.add(note);
    return [entry, ...first.flatMap((note) => note.runs)];
  });
}

const references = (run: DocumentRun): string[] =>
  run.kind === "loss" ? [] : [...run.text.matchAll(reference)].map(([, id = ""]) => id);
