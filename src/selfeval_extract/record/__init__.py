"""The record: its models, and the cited values it is made of."""
