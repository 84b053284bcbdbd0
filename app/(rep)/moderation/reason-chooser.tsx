import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { actionText } from "@/lib/moderation/decisions/action-text.rules";
import type { ModerationAction } from "@/prisma/generated/enums";

type Props = {
  action: ModerationAction;
  reasons: { value: string; label: string }[];
  choose: (reason: string) => void;
  close: () => void;
};

/** Asks for the reason of a decision: a number key or a press chooses. */
export function ReasonChooser({ action, reasons, choose, close }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby="reason-title"
      className="m-auto w-full max-w-lg rounded-md border-2 border-edge bg-paper p-5 text-ink backdrop:bg-black/50"
      onClose={close}
      onKeyDown={(event) => {
        const reason = reasons[Number(event.key) - 1];
        if (reason) choose(reason.value);
      }}
    >
      <h2 id="reason-title" className="mb-3 text-xl">
        {actionText[action].button}: why?
      </h2>
      <ol className="mb-4">
        {reasons.map(({ value, label }, index) => (
          <li key={value}>
            <button
              type="button"
              className="mb-2 min-h-11 w-full cursor-pointer rounded-md border-2 border-edge bg-card px-4 py-2 text-left text-link hover:border-link-deep hover:text-link-deep"
              onClick={() => choose(value)}
            >
              {index + 1}. {label}
            </button>
          </li>
        ))}
      </ol>
      <form method="dialog">
        <Button kind="secondary">Cancel</Button>
      </form>
    </dialog>
  );
}
