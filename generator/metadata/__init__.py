"""Metadata of papers: MDTO for the archive, DiWoo for publication. Facts and bytes in, bytes and plain values out."""
