import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";

const keys = [
  ["j, k", "next, previous"],
  ["o, Enter", "open it"],
  ["p", "publish; or leave, where it is published already"],
  ["t", "return to its author; then the number of a reason"],
  ["x", "reject; then the number of a reason"],
  ["m", "mark words to change or mask"],
  ["u", "undo the last one: for ten seconds, and for up to twelve"],
  ["?", "this list"],
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
        <button type="button" className="link min-h-11 cursor-pointer" onClick={open}>
          {areOff ? "Decide by keyboard: the keys are off" : "Decide by keyboard: the keys (?)"}
        </button>
      </p>
      <dialog
        ref={dialog}
        aria-labelledby="keys-title"
        className="m-auto w-full max-w-lg rounded-md border-2 border-edge bg-paper p-5 text-ink backdrop:bg-black/50"
        onClose={close}
      >
        <h2 id="keys-title" className="mb-3 text-xl">
          Keys
        </h2>
        <dl className="mb-4 grid grid-cols-[auto_1fr] gap-x-5 gap-y-2">
          {keys.map(([key, description]) => (
            <div key={key} className="contents">
              <dt className="font-mono font-semibold">{key}</dt>
              <dd>{description}</dd>
            </div>
          ))}
        </dl>
        <p className="mb-4">
          Single keys can get in the way of speech input and screen readers.{" "}
          <button type="button" className="link min-h-11 cursor-pointer" onClick={switchKeys}>
            {areOff ? "Switch the keys on" : "Switch the keys off"}
          </button>
        </p>
        <form method="dialog">
          <Button kind="secondary">Close</Button>
        </form>
      </dialog>
    </>
  );
}
