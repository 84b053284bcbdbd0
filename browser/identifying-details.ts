import { describeIdentifyingDetails } from "@/lib/comments/identifying-detail.rules";

// The rules with their lists of names, as a module that writing-form.js imports when somebody begins to type: too large
// to load with every page that has a form.

export const describe = describeIdentifyingDetails;
