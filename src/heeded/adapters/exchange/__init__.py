"""Other systems' words turned into the field's: census returns and event tables."""
