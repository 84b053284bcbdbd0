"use client";

import { useEffect, useState } from "react";
import { KeyboardHelp } from "@/app/(rep)/moderation/keyboard-help";
import { ReasonChooser } from "@/app/(rep)/moderation/reason-chooser";
import { useKeys } from "@/app/(rep)/moderation/use-keys";
import type { ModerationAction } from "@/prisma/generated/enums";

type Props = {
  /** What can be done; none in a second look, which has no keys of its own. */
  actions: ModerationAction[];
  reasons: { value: string; label: string }[];
  /** Whether the text is shown at once. */
  canPublish: boolean;
};

/** The keys of the queue on the page of a case. A decision with a reason shows first what its author will see. */
export function CaseKeys({ actions, reasons, canPublish }: Props) {
  const [isHelpOpen, setHelpOpen] = useState(false);
  const [prompted, setPrompted] = useState<ModerationAction | null>(null);
  const [isReady, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  const promptFor = (...choices: ModerationAction[]) => {
    const choice = choices.find((one) => actions.includes(one));
    if (choice) setPrompted(choice);
  };
  const { areOff, switchKeys } = useKeys({
    p: () => {
      if (canPublish) press(actions.find((one) => one === "publish" || one === "dismiss") ?? null);
    },
    t: () => promptFor("return"),
    x: () => promptFor("reject", "remove"),
    m: () => document.querySelector<HTMLElement>("#field-phrases")?.focus(),
    u: () => document.querySelector<HTMLButtonElement>("#undo-last button, #take-back button")?.click(),
    "?": () => setHelpOpen(true),
  });
  const choose = (reason: string) => {
    const field = document.querySelector<HTMLSelectElement>("#field-reason");
    if (field) field.value = reason;
    press(prompted);
    setPrompted(null);
  };
  if (!isReady) return null;
  return (
    <>
      <KeyboardHelp
        isOpen={isHelpOpen}
        areOff={areOff}
        open={() => setHelpOpen(true)}
        close={() => setHelpOpen(false)}
        switchKeys={switchKeys}
      />
      {prompted && (
        <ReasonChooser action={prompted} reasons={reasons} choose={choose} close={() => setPrompted(null)} />
      )}
    </>
  );
}

/** Presses the button of a decision. */
function press(choice: ModerationAction | null): void {
  if (choice) document.querySelector<HTMLButtonElement>(`button[name="decision"][value="${choice}"]`)?.click();
}
