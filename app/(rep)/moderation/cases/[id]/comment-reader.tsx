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
        <p className="mb-6">
          <Button
            kind="secondary"
            type="button"
            onPointerDown={(event) => event.preventDefault()}
            onClick={addSelectionToForm}
          >
            Add marked text to the form
          </Button>
        </p>
      )}
    </>
  );
}

/** Adds the selected text of the comment to the form's phrases, one a line. */
function addSelectionToForm(): void {
  const marked = getSelection()?.toString().replaceAll("\n", " ").trim();
  const comment = document.getElementById("comment");
  const field = document.querySelector<HTMLTextAreaElement>("#field-phrases");
  if (!marked || !field || !getSelection()?.anchorNode || !comment?.contains(getSelection()?.anchorNode ?? null))
    return;
  const lines = field.value.split("\n").filter(Boolean);
  if (!lines.includes(marked)) field.value = [...lines, marked].join("\n");
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
