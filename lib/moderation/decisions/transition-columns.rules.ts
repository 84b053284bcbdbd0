/** The columns of CommentForTransition. */
export const transitionColumns = {
  id: true,
  state: true,
  version: true,
  revision: true,
  isReply: true,
  threadId: true,
  strategyId: true,
  lepId: true,
  stance: true,
  week: true,
  themes: { select: { themeId: true } },
  thread: { select: { sectionId: true, week: true } },
} as const;
