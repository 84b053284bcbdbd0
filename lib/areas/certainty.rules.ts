/**
 * Whether a fact was checked in full. Pages mark all others as to be confirmed. The reference data has "recall" for what
 * nobody read in a source.
 */
export const isConfirmed = (certainty: string): boolean =>
  certainty
    .split(";")
    .every(
      (part) => !/\brecall|^\s*(partly|unsure|one blog|absence|doubtful)|\bnot read\b|\bdate not\b|inferred/.test(part),
    );

/** The only sentence for what is not certain, on every page. */
export const toBeConfirmed = "To be confirmed";

/**
 * A sentence on how well facts are established, from the certainty in the reference data: parts with a semicolon
 * between, each of which is checked or not.
 */
export function certaintyText(certainty: string): string {
  const parts = certainty.split(/;\s*/);
  const open = parts.filter((part) => !isConfirmed(part)).map(openText);
  const checked = parts.filter(isConfirmed).map(checkedText);
  return [...checked, ...open].join(" ");
}

function checkedText(part: string): string {
  const what = part
    .replace(/^verified as (.*)$/, "$1")
    .replace(/^verified \((.*)\)$/, "$1")
    .replace(/ verified\b/, "")
    .replace(/\bLIS\b/g, "strategy");
  if (what === "verified") return "We checked it against the source.";
  return /^no /.test(what) || /not found/.test(what) ? `${capitalise(what)}.` : `We checked: ${what}.`;
}

function openText(part: string): string {
  const what = part
    .replace(/^(recall only|partly verified|unsure|one blog)$/, "")
    .replace(/ (partly |still )?recalled$| recall$|\b not read$| not$/, "")
    .replace(/^partly /, "");
  return what === "" ? `${toBeConfirmed}.` : `${toBeConfirmed}: ${what}.`;
}

const capitalise = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
