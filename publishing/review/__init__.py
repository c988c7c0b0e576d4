"""Three reviews 三审: asking for them, signing, and the letters and pages that belong to them."""
