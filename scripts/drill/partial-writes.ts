/**
 * Counts what is there by half. One transaction writes together: a comment with its revision, case and thread; a
 * decision with its closed case; counts with what they count.
 */
export const partialWritesSql = `
  SELECT (SELECT count(*) FROM comments c WHERE NOT EXISTS (SELECT FROM revisions r WHERE r."commentId" = c.id))
    + (SELECT count(*) FROM comments c WHERE c.state = 'held' AND NOT EXISTS
        (SELECT FROM cases k WHERE k."commentId" = c.id AND k.state = 'open'))
    + (SELECT count(*) FROM threads t WHERE NOT EXISTS (SELECT FROM comments c WHERE c."threadId" = t.id))
    + (SELECT count(*) FROM decisions d JOIN cases k ON k.id = d."caseId" WHERE k.state = 'open')
    + (SELECT count(*) FROM cases k WHERE k.state = 'decided' AND NOT EXISTS (SELECT FROM decisions d WHERE d."caseId" = k.id))
    + (SELECT count(*) FROM comments c WHERE (c.agrees, c.disagrees, c.passes) <>
        (SELECT count(*) FILTER (WHERE value = 'agree'), count(*) FILTER (WHERE value = 'disagree'),
          count(*) FILTER (WHERE value = 'pass') FROM reactions r WHERE r."commentId" = c.id)) AS n`;
