import { escapeHtml } from "@/lib/characters";
import { dateOf, endOfDay, formatDay, isoDay } from "@/lib/dates";
import { htmlParagraph, type Mail, mailHtml } from "@/lib/notifications/mail.rules";

/** By when a complaint must be answered: the same day of the next month, or its last day when that month is shorter. */
export function complaintDueDate(openedAt: Date): Date {
  const opened = dateOf(openedAt);
  const [year, month] = [opened.getUTCFullYear(), opened.getUTCMonth() + 1];
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return endOfDay(isoDay(new Date(Date.UTC(year, month, Math.min(opened.getUTCDate(), lastDay)))));
}

/** Whether it is past the due date without an answer. */
export const isComplaintOverdue = (
  { dueAt, answeredAt }: { dueAt: Date; answeredAt: Date | null },
  now: Date,
): boolean => answeredAt === null && dueAt < now;

type ComplaintDates = { openedAt: Date; dueAt: Date; answeredAt: Date | null };

/** A complaint as its author reads it. */
export type ComplaintTexts = { openedOn: string; text: string; status: string; answer: string | null };

export const complaintTexts = (
  { text, answer, ...dates }: ComplaintDates & { text: string; answer: string | null },
  now: Date,
): ComplaintTexts => ({ openedOn: formatDay(dates.openedAt), text, status: complaintStatusText(dates, now), answer });

function complaintStatusText({ dueAt, answeredAt }: ComplaintDates, now: Date): string {
  if (answeredAt) return `Answered on ${formatDay(answeredAt)}:`;
  return isComplaintOverdue({ dueAt, answeredAt }, now)
    ? `We should have answered by ${formatDay(dueAt)}, but we have not. You can now complain to the Information Commissioner.`
    : `We have received it. We must answer by ${formatDay(dueAt)}.`;
}

/** The mail that there is an answer. It does not mention complaints, since others may see it on a screen. */
export function complaintAnsweredMail(link: string): Mail {
  const subject = "There is an answer for you";
  const message = "We have answered what you sent us. Sign in to read it:";
  const anchor = `<a href="${escapeHtml(link)}">${escapeHtml(link)}</a>`;
  return {
    subject,
    text: `${message}\n\n${link}\n`,
    html: mailHtml(subject, [htmlParagraph(`${message}<br>${anchor}`)]),
  };
}
