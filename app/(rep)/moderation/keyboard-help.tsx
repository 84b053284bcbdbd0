import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";

const keys = [
  ["j, k", "next, previous"],
  ["o, Enter", "open"],
  ["p", "publish, or leave it as it is if already published"],
  ["t", "send back to the author, then press the number of a reason"],
  ["x", "reject, then press the number of a reason"],
  ["m", "mark text to change or mask"],
  ["u", "undo the last decision: within 10 seconds, up to 12 decisions"],
  ["?", "show this list"],
] as const;

type Props = {
  isOpen: boolean;
  areOff: boolean;
  open: () => void;
  close: () => void;
  switchKeys: () => void;
};

/** The list of keyboard shortcuts. Its button appears once the shortcuts work. */
export function KeyboardHelp({ isOpen, areOff, open, close, switchKeys }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [isReady, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  useEffect(() => {
    if (isOpen && !dialog.current?.open) dialog.current?.showModal();
  }, [isOpen]);
  if (!isReady) return null;
  return (
    <>
      {/* a touch screen has no keys to learn; whoever switched them off there, or at 400% zoom, finds the way back */}
      <p className={areOff ? "mt-6" : "mt-6 pointer-coarse:hidden"} data-keys="ready">
        <Button kind="secondary" type="button" onClick={open}>
          {areOff ? "Keyboard shortcuts (off)" : "Keyboard shortcuts (?)"}
        </Button>
      </p>
      <dialog
        ref={dialog}
        aria-labelledby="keys-title"
        className="m-auto w-full max-w-lg rounded-md border-2 border-edge bg-paper p-5 text-ink backdrop:bg-black/50"
        onClose={close}
      >
        <h2 id="keys-title" className="mb-3 text-xl">
          Keyboard shortcuts
        </h2>
        <dl className="mb-4 grid grid-cols-[auto_1fr] gap-x-5 gap-y-2">
          {keys.map(([key, description]) => (
            <div key={key} className="contents">
              <dt className="font-mono font-semibold">{key}</dt>
              <dd>{description}</dd>
            </div>
          ))}
        </dl>
        <p className="mb-4">Single-key shortcuts can get in the way of speech input and screen readers.</p>
        <form method="dialog" className="flex flex-wrap gap-3">
          <Button kind="secondary" type="button" onClick={switchKeys}>
            {areOff ? "Turn shortcuts on" : "Turn shortcuts off"}
          </Button>
          <Button kind="secondary">Close</Button>
        </form>
      </dialog>
    </>
  );
}
