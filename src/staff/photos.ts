// The photographs beside the staff files, as Astro's pictures.
import type { ImageMetadata } from 'astro';

const files = import.meta.glob<{ default: ImageMetadata }>('/content/staff/*.{jpg,jpeg,png,webp,avif}');

/** The picture of that name; undefined in a preview of content that names none. */
export const photoOf = async (file: string): Promise<ImageMetadata | undefined> =>
  (await files[`/content/staff/${file}`]?.())?.default;
