// caught by plugin: lib imports nothing that is above it
import { Button } from "@/components/ui/button";

export const button = Button;
