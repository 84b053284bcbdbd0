/** When jobs start by themselves: minute, hour, day of month, month, day of week (UTC). */
export const jobSchedule = `
  17 * * * * delete-expired ?max=1
  27 3 * * * apply-retention ?max=1
  47 * * * * reassign-overdue-cases ?max=1
  13 * * * * end-assignments ?max=1
  */10 * * * * expire-holds ?max=1
  21 4 * * * draw-second-looks ?max=1
  1 0 * * * publish-chain-heads ?max=1&fill=1d
  11 4 * * * timestamp-heads ?max=1
  0 7 * * 1 queue-digests ?fill=1d
  40 6 * * * queue-rep-mails ?fill=12h
  20 7 * * 1 queue-head-mails ?fill=1d
  52 7 * * * queue-notice-mails ?max=1
  40 3 * * * coarsen-times ?max=1
  * * * * * make-editions ?max=1
  7 3 * * 1 make-release ?max=1
  */5 * * * * open-due-strategies ?max=1
`;
