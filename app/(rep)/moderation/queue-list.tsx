"use client";

import { useEffect, useRef, useState } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { canPublishFromList, caseLaneTitles } from "@/lib/moderation/queue/queue.rules";
import { paths } from "@/lib/routes";
import type { Segment } from "@/lib/text-spans";
import type { CaseKind, CaseLane, ModerationAction } from "@/prisma/generated/enums";
import { BreakReminder } from "./break-reminder";
import { KeyboardHelp } from "./keyboard-help";
import { PendingDecisions } from "./pending-decisions";
import { QueueRow } from "./queue-row";
import { ReasonChooser } from "./reason-chooser";
import { useKeyboardShortcuts } from "./use-keyboard-shortcuts";
import { usePendingDecisions } from "./use-pending-decisions";
import { useQueueUpdates } from "./use-queue-updates";

export type QueueItem = {
  id: string;
  /** The address of its page, with the filter of the queue. */
  href: string;
  kind: CaseKind;
  kindName: string;
  lane: CaseLane;
  areaName: string;
  sectionTitle: string;
  alias: string;
  /** Its text with what the checks found marked. */
  segments: Segment[];
  isLong: boolean;
  isCut: boolean;
  version: number;
  isDistressing: boolean;
  /** What the checks found, and why it was reported. */
  found: string[];
  duplicateCount: number;
  claimedBy: string | null;
  age: string;
  due: string;
  timeLeftText: string;
  isLate: boolean;
  isSoon: boolean;
  actions: ModerationAction[];
};

type Props = {
  items: QueueItem[];
  reasons: { value: string; label: string }[];
  /** Whether cases come by lane, each under its heading. */
  hasLanes: boolean;
  emptyText: string;
  dangerAdvice: React.ReactNode;
};

const lanes: CaseLane[] = ["illegal", "danger", "ordinary"];

/** The cases as a list of links. With JavaScript they can be decided here, with ten seconds to undo. */
export function QueueList({ items, reasons, hasLanes, emptyText, dangerAdvice }: Props) {
  const pending = usePendingDecisions();
  const shown = items.filter(({ id }) => !pending.isGone(id));
  const list = useRef<HTMLDivElement>(null);
  const keys = useKeyboardShortcuts({ items: shown, list, pending });
  useQueueUpdates(shown.length, pending.sent);
  const [isReady, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  const groups = hasLanes
    ? lanes.map((lane) => ({ lane, rows: shown.filter((row) => row.lane === lane) })).filter(({ rows }) => rows.length)
    : [{ lane: "ordinary" as const, rows: shown }];
  const hasHeadings = groups.some(({ lane }) => lane !== "ordinary");
  return (
    <>
      <BreakReminder decided={pending.decided} />
      <PendingDecisions {...pending} undo={keys.undo} />
      {shown.length === 0 && (
        <EmptyState next={{ href: paths.rota, label: "See who is on duty next" }}>{emptyText}</EmptyState>
      )}
      <div ref={list}>
        {shown.length > 0 && <ColumnHeads />}
        {groups.map(({ lane, rows }) => (
          <section
            key={lane}
            aria-label={caseLaneTitles[lane]}
            className={lane === "ordinary" ? "" : laneClasses[lane]}
          >
            {hasHeadings && <h2 className="pt-3 pb-1 text-lg">{caseLaneTitles[lane]}</h2>}
            {lane === "danger" && dangerAdvice}
            <ol>
              {rows.map((row) => (
                <QueueRow
                  key={row.id}
                  {...row}
                  publish={isReady && canPublishFromList(row) ? () => keys.decide(row, "publish", null) : null}
                />
              ))}
            </ol>
          </section>
        ))}
      </div>
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

const laneClasses = {
  illegal: "mb-4 border-bad border-l-[6px] pl-3",
  danger: "mb-4 border-warning border-l-[6px] pl-3",
};

/** The heads of the columns, where there is space for columns. The values of a row are clear without them. */
const ColumnHeads = () => (
  <div aria-hidden="true" className="hidden gap-x-4 pb-1 font-semibold text-muted text-sm lg:flex">
    <span className="w-48 shrink-0">Alias and section</span>
    <span className="grow">Comment</span>
    <span className="w-52 shrink-0">Why it is here</span>
    <span className="w-36 shrink-0">Deadline</span>
    <span className="w-24 shrink-0" />
  </div>
);
