// caught by plugin: Commands, writes and queries know nothing of HTTP
import { redirect } from "next/navigation";

export const move = redirect;
