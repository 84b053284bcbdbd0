import { isAdmin, type Person } from "@/lib/people/person.policy";

/** Complaints are about the service, and are answered by who runs it. */
export const canAnswerComplaints = (person: Person): boolean => isAdmin(person);
