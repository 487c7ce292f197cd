// Separate from the form, because the kiosk's script needs only this name.

/** The version that was answered. */
export const VERSION_FIELD = 'redakcija';
