"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Tag } from "@/components/ui/tag";
import { canPublishFromList } from "@/lib/moderation/queue/queue.rules";
import { paths } from "@/lib/routes";
import type { CaseKind, ModerationAction } from "@/prisma/generated/enums";
import { BreakReminder } from "./break-reminder";
import { KeyboardHelp } from "./keyboard-help";
import { PendingDecisions } from "./pending-decisions";
import { ReasonChooser } from "./reason-chooser";
import { useKeyboardShortcuts } from "./use-keyboard-shortcuts";
import { usePendingDecisions } from "./use-pending-decisions";
import { useQueueUpdates } from "./use-queue-updates";

export type QueueItem = {
  id: string;
  kind: CaseKind;
  kindName: string;
  areaName: string;
  sectionTitle: string;
  alias: string;
  text: string;
  isCut: boolean;
  version: number;
  isDistressing: boolean;
  claimedBy: string | null;
  age: string;
  due: string;
  timeLeftText: string;
  isLate: boolean;
  isSoon: boolean;
  actions: ModerationAction[];
};

type Props = { items: QueueItem[]; reasons: { value: string; label: string }[] };

/** The cases as a list of links. With JavaScript they can be decided here, with ten seconds to undo. */
export function QueueList({ items, reasons }: Props) {
  const pending = usePendingDecisions();
  const shown = items.filter(({ id }) => !pending.isGone(id));
  const list = useRef<HTMLOListElement>(null);
  const keys = useKeyboardShortcuts({ items: shown, list, pending });
  useQueueUpdates(shown.length, pending.sent);
  const [isReady, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  return (
    <>
      <BreakReminder decided={pending.decided} />
      <PendingDecisions {...pending} undo={keys.undo} />
      {shown.length === 0 && (
        <EmptyState next={{ href: paths.rota, label: "See who is on duty next" }}>
          The queue is empty. Thank you.
        </EmptyState>
      )}
      <ol ref={list}>
        {shown.map((row) => (
          <QueueRow
            key={row.id}
            {...row}
            publish={isReady && canPublishFromList(row) ? () => keys.decide(row, "publish", null) : null}
          />
        ))}
      </ol>
      <KeyboardHelp
        isOpen={keys.isHelpOpen}
        areOff={keys.areOff}
        close={keys.close}
        open={keys.openHelp}
        switchKeys={keys.switchKeys}
      />
      {keys.reasonPrompt && (
        <ReasonChooser action={keys.reasonPrompt.action} reasons={reasons} choose={keys.choose} close={keys.close} />
      )}
    </>
  );
}

function QueueRow({ publish, ...row }: QueueItem & { publish: (() => void) | null }) {
  const { id, areaName, sectionTitle, alias, text, isDistressing, claimedBy, due, timeLeftText } = row;
  return (
    <li className="border-line border-t py-2">
      <a className="group block min-h-11 py-2 focus-visible:bg-card" href={paths.case(id)} data-case={id}>
        <span className="link font-semibold">
          {alias} on “{sectionTitle}”
        </span>
        <span className={`mt-1 block break-words text-ink ${isDistressing ? "blur-sm" : ""}`} dir="auto">
          {isDistressing ? <span aria-hidden="true">{text}</span> : text}
        </span>
        {isDistressing && (
          <span className="mt-1 block text-muted">This may be upsetting. Open it when you are ready.</span>
        )}
      </a>
      <p className="mb-2 flex flex-wrap items-center gap-3 text-muted text-sm">
        {[row.kindName, areaName, row.age].filter(Boolean).join(" · ")}
        <time dateTime={due}>
          <Tag tone={row.isLate ? "bad" : row.isSoon ? "warning" : "plain"}>{timeLeftText}</Tag>
        </time>
        {claimedBy && <Tag tone="info">{claimedBy} is reading it</Tag>}
      </p>
      {publish && (
        <form action={publish} className="mb-3">
          <Button kind="secondary">
            Publish<span className="sr-only"> {alias}</span>
          </Button>
        </form>
      )}
    </li>
  );
}
