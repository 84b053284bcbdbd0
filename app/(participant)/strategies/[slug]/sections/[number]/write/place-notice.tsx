import { Callout } from "@/components/ui/callout";
import type { CommentPlace } from "./comment-place";

/** What a comment is about, and what a new version of the strategy changed about that. */
export function PlaceNotice({ requested, section, paragraph, removedTitle }: CommentPlace) {
  const hasMoved = section !== null && section.number !== requested.number;
  return (
    <div>
      {hasMoved && (
        <Callout tone="warning" title="A new version of the strategy moved this">
          <p>
            {paragraph?.isCurrent
              ? `This paragraph is now in “${section.title}”.`
              : `“${removedTitle ?? "The section"}” is now part of “${section.title}”.`}{" "}
            Your comment goes there.
          </p>
        </Callout>
      )}
      {section && paragraph && !paragraph.isCurrent && (
        <Callout tone="warning" title="This paragraph is not in the latest version">
          <p>Your comment will be about all of “{section.title}”. You can say which part you mean.</p>
        </Callout>
      )}
      {paragraph && (
        <blockquote className="mb-6 border-gold border-l-4 pl-4">
          <p className="text-muted">
            {paragraph.isCurrent ? "You are commenting on this paragraph:" : "The paragraph that was here:"}
          </p>
          <p className="whitespace-pre-line break-words">{paragraph.text}</p>
        </blockquote>
      )}
    </div>
  );
}
