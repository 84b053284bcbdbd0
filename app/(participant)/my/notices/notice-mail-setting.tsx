import { ActionButton } from "@/components/forms/action-form";
import { setNoticeMailsAction } from "./actions";

/** The setting for mails about new notices. @param isOn null when we have no address of theirs */
export function NoticeMailSetting({ isOn }: { isOn: boolean | null }) {
  if (isOn === null) return null;
  return (
    <section aria-labelledby="mails" className="mt-10 border-line border-t pt-6">
      <h2 id="mails" className="mb-2 text-2xl">
        Emails about new messages
      </h2>
      <p className="mb-4">
        {isOn
          ? "We email you when there is something new here, once a day at most. The email does not say what it is about."
          : "We do not email you when there is something new here."}
      </p>
      <ActionButton action={setNoticeMailsAction.bind(null, { isOn: !isOn })}>
        {isOn ? "Stop these emails" : "Email me when there is something new"}
      </ActionButton>
    </section>
  );
}
