"use client";

import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { MarkedSegments } from "@/components/ui/marked-segments";
import { claimRenewalInterval } from "@/lib/moderation/queue/case.rules";
import { paths } from "@/lib/routes";
import { splitAtSpans } from "@/lib/text-spans";

type Props = {
  caseId: string;
  text: string;
  hits: { start: number; end: number }[];
  canMark: boolean;
  /** Whether reading claims the case: it is open, and this person may decide it. */
  canClaim: boolean;
  isDistressing: boolean;
};

/**
 * The comment, with the hits of the checks marked. Claims the case while it is read, and copies selected text into the
 * form.
 */
export function CommentReader({ caseId, text, hits, canMark, canClaim, isDistressing }: Props) {
  const [canSelect, setCanSelect] = useState(false);
  useEffect(() => {
    setCanSelect(canMark);
    return canClaim ? claimWhileReading(caseId) : undefined;
  }, [caseId, canMark, canClaim]);
  const segments = splitAtSpans(
    text,
    hits.map(({ start, end }): [number, number] => [start, end]),
  );
  const found = segments.filter(({ isMarked }) => isMarked).map(({ text: part }) => part);
  const comment = (
    <p id="comment" className="measure mb-4 whitespace-pre-wrap break-words text-xl" dir="auto">
      <MarkedSegments segments={segments} />
    </p>
  );
  return (
    <>
      {isDistressing ? (
        <details className="mb-4">
          <summary className="link min-h-11 cursor-pointer py-2">
            This comment may be upsetting. Show it when you are ready.
          </summary>
          {comment}
        </details>
      ) : (
        comment
      )}
      {canSelect && (
        <p className="mb-6 flex flex-wrap gap-3">
          <Button
            kind="secondary"
            type="button"
            // a press must not clear the selection
            onPointerDown={(event) => event.preventDefault()}
            onClick={addSelectionToForm}
          >
            Add selected text to the form
          </Button>
          {found.length > 0 && (
            <Button kind="secondary" type="button" onClick={() => addToForm(found)}>
              Use the marked text
            </Button>
          )}
        </p>
      )}
    </>
  );
}

/** Adds the selected text of the comment to the form's phrases, one a line. */
function addSelectionToForm(): void {
  const marked = getSelection()?.toString().replaceAll("\n", " ").trim();
  const comment = document.getElementById("comment");
  if (!marked || !getSelection()?.anchorNode || !comment?.contains(getSelection()?.anchorNode ?? null)) return;
  addToForm([marked]);
}

/** Adds phrases to the form, one a line, without those that are there. */
function addToForm(phrases: string[]): void {
  const field = document.querySelector<HTMLTextAreaElement>("#field-phrases");
  if (!field) return;
  const added = phrases.map((phrase) => phrase.replaceAll("\n", " ").trim()).filter(Boolean);
  field.value = [...new Set([...field.value.split("\n").filter(Boolean), ...added])].join("\n");
}

function claimWhileReading(caseId: string): () => void {
  const sendClaim = (hold: "yes" | "no") => {
    const body = new URLSearchParams({ hold });
    void fetch(`${paths.case(caseId)}/claim`, { method: "POST", body, keepalive: true }).catch(() => {});
  };
  const renew = () => document.visibilityState === "visible" && sendClaim("yes");
  const release = () => sendClaim("no");
  renew();
  const timer = setInterval(renew, claimRenewalInterval);
  addEventListener("pagehide", release);
  return () => {
    clearInterval(timer);
    removeEventListener("pagehide", release);
  };
}
